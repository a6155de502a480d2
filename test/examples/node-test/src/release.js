/** Releases phone numbers of an agent. Gives those that were not released, each with the reason. */
export async function release(polyai, agentId, phoneNumbers) {
  const { data } = await polyai.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", {
    params: { path: { agentId } },
    body: { phoneNumbers },
  });
  return data.errors ?? [];
}
