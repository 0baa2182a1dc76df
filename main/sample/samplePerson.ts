import type { Random } from '../../shared/kernel/seeded-random.ts';
import { regions, type Region } from './regions.ts';

/** What is registered of a person, as `person/register` takes it. */
export interface SampleDetails {
  readonly name: string;
  readonly reference: string;
  readonly phones?: readonly string[];
  readonly email?: string;
  readonly address?: string;
  readonly birthDate?: string;
  readonly note?: string;
}

export interface SamplePerson {
  readonly region: Region;
  readonly details: SampleDetails;
}

const byWeight: readonly Region[] = regions.flatMap((region) =>
  Array.from({ length: region.weight }, () => region),
);

const notes = [
  'Pays at the end of the month.',
  'Deliver to the back door.\nRing twice.',
  '연락은 문자로.',
  'Prefers cash 💶',
];

const twoDigits = (number: number): string => number.toString().padStart(2, '0');

const birthDate = (random: Random): string =>
  `${1935 + random.below(72)}-${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`;

const phoneOf = ({ phone }: Region, random: Random): string =>
  phone.replaceAll('#', () => random.below(10).toString());

/** Makes up the person with this number. Some details are left out, as in any real book. */
export const samplePerson = (number: number, random: Random): SamplePerson => {
  const region = random.pick(byWeight);
  const reference = (10_000 + number).toString();
  const address = `${region.street(1 + random.below(180))}\n${random.pick(region.cities)}`;
  return {
    region,
    details: {
      name: region.fullName(random.pick(region.given), random.pick(region.family)),
      reference,
      ...(random.chance(0.85)
        ? {
            phones: Array.from({ length: random.chance(0.1) ? 2 : 1 }, () =>
              phoneOf(region, random),
            ),
          }
        : {}),
      ...(random.chance(0.4) ? { email: `p${reference}@${region.mailbox}` } : {}),
      ...(random.chance(0.7) ? { address } : {}),
      ...(random.chance(0.3) ? { birthDate: birthDate(random) } : {}),
      ...(random.chance(0.05) ? { note: random.pick(notes) } : {}),
    },
  };
};
