import * as z from 'zod';
import { type Client, many } from '../../platform/db/index.ts';
import { unitKindOf } from '../imports/unit-kind.ts';
import { newIds } from '../new-ids.ts';
import { nameKey } from '../roster/index.ts';
import { sql } from './sql.ts';

const Known = z.object({
  agencyId: z.string(),
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  code: z.string().nullable(),
});
type KnownUnit = z.output<typeof Known>;
export type NewUnit = KnownUnit & { kind: string };

/** Between the names of a path, from the top down. */
const BELOW = /\s+>\s+/;

/**
 * The units of the institutions that a file names, found by code, else by name or path without regard to capitals; what
 * is not there is made. Unlike the plan of a small file it asks nothing: a near name is another unit.
 */
export function createUnits(now: () => Date) {
  const agencies = new Map<string, AgencyUnits>();
  let made: NewUnit[] = [];
  return {
    knows: (agencyId: string): boolean => agencies.has(agencyId),
    /** Reads the units of an institution that was not met yet. */
    async meet(client: Client, agencyId: string): Promise<void> {
      const met = new AgencyUnits();
      for (const unit of await many(client, sql.unitsOfAgency, { agencyId }, Known)) met.know(unit);
      agencies.set(agencyId, met);
    },
    /** @returns the unit's id; null where several units bear that name */
    resolve(agencyId: string, name: string, code: string | null): string | null {
      const units = agencies.get(agencyId) as AgencyUnits;
      return units.find(name, code, (parentId, own, ownCode) => {
        const [id] = newIds(now(), 1) as [string];
        const unit = { agencyId, id, parentId, name: own, code: ownCode, kind: unitKindOf(own) };
        made.push(unit);
        return unit;
      });
    },
    /** Those made since this was last asked; parents first. */
    taken(): NewUnit[] {
      const units = made;
      made = [];
      return units;
    },
  };
}

export type Units = ReturnType<typeof createUnits>;
type Make = (parentId: string | null, name: string, code: string | null) => KnownUnit;

class AgencyUnits {
  readonly #asked = new Map<string, string | null>();
  readonly #byCode = new Map<string, KnownUnit>();
  readonly #byName = new Map<string, KnownUnit[]>();

  know(unit: KnownUnit): KnownUnit {
    if (unit.code) this.#byCode.set(unit.code.toLowerCase(), unit);
    const key = nameKey(unit.name);
    const named = this.#byName.get(key);
    if (named) named.push(unit);
    else this.#byName.set(key, [unit]);
    return unit;
  }

  find(name: string, code: string | null, make: Make): string | null {
    const key = `${code ?? ''}\n${name}`;
    const asked = this.#asked.get(key);
    if (asked !== undefined) return asked;
    const id = this.#look(name, code, make);
    this.#asked.set(key, id);
    return id;
  }

  #look(name: string, code: string | null, make: Make): string | null {
    const coded = code ? this.#byCode.get(code.toLowerCase()) : undefined;
    if (coded) return coded.id;
    const path = name.split(BELOW);
    const above = path.slice(0, -1).reduce<string | null>((parent, part) => {
      const known = this.#named(part).find(({ parentId }) => parentId === parent);
      return (known ?? this.know(make(parent, part, null))).id;
    }, null);
    const own = path.at(-1) as string;
    const named = this.#named(own).filter((unit) => path.length === 1 || unit.parentId === above);
    const mine = named.filter((unit) => code === null || unit.code === null);
    if (mine.length === 1) return (mine[0] as KnownUnit).id;
    if (mine.length > 1) return null;
    // Two units of one name and two codes are two units, but no two names under one parent are alike.
    const taken = named.some((unit) => unit.parentId === above);
    return this.know(make(above, taken ? `${own} (${code})` : own, code)).id;
  }

  #named(name: string): KnownUnit[] {
    return this.#byName.get(nameKey(name)) ?? [];
  }
}
