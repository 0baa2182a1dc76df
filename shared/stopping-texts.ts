import type { Language } from './languages.ts';

/*
 * What is asked before an open daybook is put away while long work runs. It stands here since two ask it:
 * a window of its own accord, and the desktop when such a window is closed.
 */

const en = {
  title: { lock: 'Lock now?', close: 'Close now?' },
  kinds: {
    import:
      'An import or its check is running and would be stopped. What is in stays, and importing again goes on from there.',
    export: 'An export is running and would be stopped. There would be no file.',
    verify: 'A check of the daybook is running and would be stopped. It can be begun again.',
    rebuild: 'The lists are being made again, and that would be stopped. It can be begun again.',
  },
  go: { lock: 'Lock', close: 'Close daybook' },
  stay: 'Keep working',
} as const;

type Translated<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translated<Texts[Key]>;
};

const ko: Translated<typeof en> = {
  title: { lock: '지금 잠글까요?', close: '지금 닫을까요?' },
  kinds: {
    import:
      '진행 중인 가져오기나 검사가 멈춥니다. 들어온 것은 남고, 다시 가져오면 거기서 이어집니다.',
    export: '진행 중인 내보내기가 멈춥니다. 파일은 만들어지지 않습니다.',
    verify: '진행 중인 장부 검사가 멈춥니다. 나중에 다시 시작할 수 있습니다.',
    rebuild: '진행 중인 목록 다시 만들기가 멈춥니다. 나중에 다시 시작할 수 있습니다.',
  },
  go: { lock: '잠그기', close: '장부 닫기' },
  stay: '계속 작업하기',
};

export const stoppingTexts = { en, ko } satisfies Record<Language, unknown>;
