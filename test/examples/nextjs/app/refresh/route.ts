// A route that removes the phone numbers from the data cache: the next request of ../numbers calls the API.
// Let only your own backend call it.
import { revalidateTag } from "next/cache";

export async function POST(): Promise<Response> {
  revalidateTag("numbers");
  return Response.json({ revalidated: true });
}
