/**
 * Everything that can be found wrong with a daybook, or be worth knowing of its opening. A window has a
 * sentence for each; what else a finding says is for those who mend.
 */
export const findingTypes = [
  // The log
  'ChainBroken',
  'DatabaseDamaged',
  'EventInvalid',
  'EventMalformed',
  'FilesDeleted',
  'HeadsDamaged',
  'HeadsMissing',
  'IdentityChanged',
  'IndexDisagrees',
  'LogBehindHeads',
  'LogBehindRows',
  'NeedsNewer',
  'OutcomeUnknown',
  'PositionsNotDense',
  'SchemaChanged',
  'SequenceNotDense',
  'VersionsNotDense',
  // The keys, and what they open
  'ErasureNotCarriedOut',
  'KeyDoesNotOpen',
  'KeyMissing',
  'KeysDamaged',
  'KeysSchemaChanged',
  'SealedPartDamaged',
  'TombstoneMissing',
  'TombstoneWithKey',
  'TombstoneWithoutEvent',
  // The rows
  'RowsDiffer',
  // Notes of an opening
  'HeadsNotWritten',
  'HeadsSlotDamaged',
  'ReadModelsFailed',
  'ReadModelsRebuilt',
  'ReadModelsRemade',
] as const;
export type FindingType = (typeof findingTypes)[number];

/** False for what was found of a daybook whose log and figures are whole all the same. */
export const isDamage = ({ type }: { readonly type: string }): boolean => type !== 'FilesDeleted';
