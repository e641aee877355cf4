import { BlockList, isIP } from 'node:net';
import * as z from 'zod';

export const growthFields = {
  IKRAR_PROXY: z
    .string()
    .refine(
      (text) => text.split(',').every(isRange),
      'must be addresses of proxies, such as 10.0.0.5 or 10.0.0.0/24, with commas between',
    )
    .optional(),
  IKRAR_READ_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgresql:// (the value is not shown here)')
    .optional(),
};

type GrowthEnv = z.output<z.ZodObject<typeof growthFields>>;

/** Undefined: nobody stands in between, and what a visitor says of being forwarded counts for nothing. */
export function proxiesOf({ IKRAR_PROXY }: GrowthEnv): BlockList | undefined {
  if (IKRAR_PROXY === undefined) return undefined;
  const list = new BlockList();
  for (const [address, bits] of IKRAR_PROXY.split(',').map(rangeOf)) {
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function rangeOf(text: string): [address: string, bits: string | undefined] {
  const [address = '', bits] = text.trim().split('/');
  return [address, bits];
}

function isRange(text: string): boolean {
  const [address, bits] = rangeOf(text);
  const version = isIP(address);
  return (
    version !== 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32)))
  );
}
