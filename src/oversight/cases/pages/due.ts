export interface DueShown {
  date: string | null;
  text: string;
  stalled: boolean;
}
export async function dueOfEach(..._: unknown[]): Promise<ReadonlyMap<string, DueShown>> {
  return new Map();
}
