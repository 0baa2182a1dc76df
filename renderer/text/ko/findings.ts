import type { enFindings } from '../en/findings.ts';
import type { Translated } from '../en.ts';

/** What each finding means to somebody who keeps the book. */
export const koFindings: Translated<typeof enFindings> = {
  ChainBroken: '적힌 뒤에 바뀐 내용이 있습니다.',
  DatabaseDamaged: '기록부의 일부를 읽을 수 없습니다.',
  EventInvalid: '종류에 맞지 않는 이벤트가 있습니다.',
  EventMalformed: '기록부의 이벤트가 손상되었습니다.',
  FilesDeleted: '장부가 열려 있는 동안 파일이 삭제되었습니다.',
  HeadsDamaged: '기록부의 끝을 지키는 파일이 손상되었습니다.',
  HeadsMissing: '기록부의 끝을 지키는 파일이 없습니다.',
  IdentityChanged: '다른 장부의 기록부이거나, 기록부의 장부 정보가 전과 다릅니다.',
  IndexDisagrees: '기록부와 그 색인이 서로 맞지 않습니다.',
  LogBehindHeads: '기록부의 끝이 없어졌거나 다른 것으로 바뀌었습니다.',
  LogBehindRows: '목록이 기록부보다 앞서 있습니다. 예전 기록부로 바뀌어 있습니다.',
  NeedsNewer: '더 새로운 Daybook이 적은 내용입니다.',
  OutcomeUnknown: '디스크에 문제가 생겨 마지막 내용이 적혔는지 알 수 없습니다.',
  PositionsNotDense: '기록부에서 없어진 이벤트가 있습니다.',
  SchemaChanged: '기록부를 지키는 규칙이 바뀌었습니다.',
  SequenceNotDense: '한 기기의 이벤트 가운데 없어진 것이 있습니다.',
  VersionsNotDense: '한 사람이나 계정의 이벤트 가운데 없어진 것이 있습니다.',
  KeyDoesNotOpen: '열리지 않는 열쇠가 있습니다.',
  KeyMissing: '삭제하지 않았는데 없어진 열쇠가 있습니다.',
  KeysDamaged: '열쇠 파일이 손상되었습니다.',
  KeysSchemaChanged: '열쇠를 지키는 규칙이 바뀌었습니다.',
  SealedPartDamaged: '손상되어 읽을 수 없는 개인 정보가 있습니다.',
  ErasureNotCarriedOut:
    '기록부에는 삭제된 사람인데 열쇠가 아직 남아 있습니다. 쓸 수 있는 곳에서 장부를 열면 삭제가 마저 이루어집니다.',
  TombstoneMissing: '열쇠 파일에서 삭제 표시가 없어졌습니다.',
  TombstoneWithKey: '없앤 열쇠가 아직 남아 있습니다.',
  TombstoneWithoutEvent: '기록부에서 삭제 기록이 없어졌습니다. 예전 기록부로 바뀌어 있습니다.',
  RowsDiffer: '목록이 기록부와 다릅니다. 목록을 다시 만드세요.',
  HeadsNotWritten: '파일에 쓸 수 없어 지금은 기록부의 끝을 지키지 못합니다.',
  HeadsSlotDamaged:
    '기록부의 끝을 적어 둔 두 곳 가운데 하나가 손상되어 다른 하나를 썼습니다. 기록부와 맞습니다.',
  ReadModelsFailed: '목록을 최신으로 만들지 못했습니다.',
  ReadModelsRebuilt: '이전 버전의 목록이라 다시 만들었습니다.',
  ReadModelsRemade: '목록 파일을 쓸 수 없어 모든 목록을 다시 만들었습니다.',
  other: '이 화면이 모르는 내용이 발견되었습니다.',
};
