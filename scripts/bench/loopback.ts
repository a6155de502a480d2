import type { ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask, bundle, type Started, start, stop } from "./child.js";
import { CONTENDERS } from "./contenders.js";
import type { Listening } from "./loopback.server.js";
import type { LoopbackArgument, Round } from "./loopback.worker.js";
import { type Bar, type Column, OUR_PACKAGE, RAW_FETCH, type Row, type Section } from "./results.js";
import type { Setting } from "./setting.js";
import { interleave, median, ratio, type Samples } from "./statistics.js";

const NAMES = Object.keys(CONTENDERS);
const SPACED = { kind: "spaced", calls: 200, pause: 5 } as const satisfies Round;
/** A multiple of the number of contenders makes the order of the rounds balanced. */
const ROUNDS = { http: 24, https: 12 };
const WARM_UPS = 2;

/** One pair of columns: the figure, and the time of a call divided by the time that raw fetch takes. */
interface Measurement {
  readonly key: string;
  readonly label: string;
  readonly round: Round;
}

const MEASUREMENTS: readonly Measurement[] = [
  { key: "at1", label: "p50 µs", round: { kind: "latency", calls: 60 } },
  { key: "at16", label: "/s at 16", round: { kind: "throughput", calls: 160, concurrency: 16 } },
  { key: "at64", label: "/s at 64", round: { kind: "throughput", calls: 192, concurrency: 64 } },
];

type Protocol = keyof Listening["baseUrls"];

const BARS: Readonly<Record<Protocol, readonly Bar[]>> = {
  http: [
    { row: OUR_PACKAGE, column: "at1Ratio", atMost: 0.7 },
    // 1.4 times the calls per second of raw fetch.
    { row: OUR_PACKAGE, column: "at64Ratio", atMost: 1 / 1.4 },
  ],
  https: [
    { row: OUR_PACKAGE, column: "at1Ratio", atMost: 0.5 },
    { row: OUR_PACKAGE, column: "connections", atMost: 3 },
  ],
};

/** (b) The time of a call over a real connection, and the connections that calls open; over http and over TLS. */
export async function loopback(setting: Setting): Promise<Section[]> {
  const { folder } = setting;
  const file = await bundle("loopback.server.ts", folder);
  const server = await start<Listening>({ file, node: process.execPath });
  try {
    writeFileSync(certificateFile(folder), server.message.certificate);
    return [await measure("http", setting, server), await measure("https", setting, server)];
  } finally {
    await stop(server.child);
  }
}

function certificateFile(folder: string): string {
  return join(folder, "certificate.pem");
}

/** Starts a process for each contender, and makes one of them at a time do a round. */
async function measure(protocol: Protocol, { folder, node }: Setting, server: Started<Listening>): Promise<Section> {
  const file = await bundle("loopback.worker.ts", folder);
  const env = { NODE_EXTRA_CA_CERTS: certificateFile(folder) };
  const workers = new Map<string, ChildProcess>();
  const roundOf = <T>(name: string, round: Round) => ask<T>(workers.get(name) as ChildProcess, round);
  try {
    for (const name of NAMES) {
      const argument: LoopbackArgument = { contender: name, baseUrl: server.message.baseUrls[protocol] };
      workers.set(name, (await start({ file, node, argument, env })).child);
    }
    const connections: Record<string, number> = {};
    for (const name of NAMES) {
      const before = await ask<number>(server.child, "connections");
      await roundOf(name, SPACED);
      connections[name] = (await ask<number>(server.child, "connections")) - before;
    }
    const samples: Record<string, Samples> = {};
    for (const { key, round } of MEASUREMENTS) {
      const once = (name: string) => roundOf<number>(name, round);
      await interleave(NAMES, WARM_UPS, once);
      samples[key] = await interleave(NAMES, ROUNDS[protocol], once);
    }
    return sectionOf(protocol, samples, connections);
  } finally {
    for (const worker of workers.values()) await stop(worker);
  }
}

function sectionOf(
  protocol: Protocol,
  samples: Readonly<Record<string, Samples>>,
  connections: Readonly<Record<string, number>>,
): Section {
  return {
    id: protocol === "http" ? "b" : "b-tls",
    title: `Loopback over ${protocol === "http" ? "plain http" : "TLS"}: latency, throughput, connections`,
    notes: [
      `The call of (a). The server runs on Node ${process.versions.node}. Each contender and the server have a process`,
      `of their own; the contenders take turns. Medians of ${ROUNDS[protocol]} rounds.`,
      "p50 µs: the time of a call, one call at a time. /s: calls per second, 16 and 64 at a time.",
      "×: the time of a call divided by the time of raw fetch.",
      `connections: what a new process opens for ${SPACED.calls} calls, one at a time, ${SPACED.pause} ms apart.`,
      `axios: over node:${protocol}, its default.`,
    ],
    columns: [...MEASUREMENTS.flatMap(columnsOf), { key: "connections", label: "connections", digits: 0 }],
    rows: NAMES.map((name) => rowOf(name, samples, connections)),
    bars: BARS[protocol],
  };
}

function columnsOf({ key, label }: Measurement): Column[] {
  return [
    { key, label, digits: 0 },
    { key: `${key}Ratio`, label: "×", digits: 2 },
  ];
}

function rowOf(
  name: string,
  samples: Readonly<Record<string, Samples>>,
  connections: Readonly<Record<string, number>>,
): Row {
  const figures: Record<string, number | undefined> = { connections: connections[name] };
  for (const { key, round } of MEASUREMENTS) {
    const times = samples[key] ?? {};
    const microseconds = median(times[name] ?? []);
    figures[key] = round.kind === "latency" ? microseconds : 1_000_000 / microseconds;
    figures[`${key}Ratio`] = ratio(times, name, RAW_FETCH);
  }
  return { name, figures };
}
