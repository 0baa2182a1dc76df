import { expect, it } from 'vitest';
import { findLicences, readLicences } from './licenceList.ts';

const file = `# Licenses

Words before.

## react - 19.3.1 (MIT)

MIT License

# not a package

## zod - 4.6.7 (MIT)

Permission is hereby granted.
`;

it('takes the file apart by packages', () => {
  expect(readLicences(file)).toEqual([
    { name: 'react - 19.3.1 (MIT)', text: 'MIT License\n\n# not a package' },
    { name: 'zod - 4.6.7 (MIT)', text: 'Permission is hereby granted.' },
  ]);
  expect(readLicences('')).toEqual([]);
});

it('finds them by parts of the name, all of which must be there', () => {
  const licences = readLicences(file);
  expect(findLicences(licences, 'mit ZOD').map(({ name }) => name)).toEqual(['zod - 4.6.7 (MIT)']);
  expect(findLicences(licences, '')).toHaveLength(2);
  expect(findLicences(licences, 'vue')).toEqual([]);
});
