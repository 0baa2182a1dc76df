import type { enExchange } from '../en/exchange.ts';
import type { Translated } from '../en.ts';

/** What comes in from files and goes out into them. */
export const koExchange: Translated<typeof enExchange> = {
  exchange: {
    title: '주고받기',
    exportTitle: '내보내기',
    exportText:
      '내보낸 파일은 그 파일을 가진 사람 누구나 읽을 수 있습니다. 내용을 알아도 되는 사람에게만 주고, 필요 없어지면 지우세요.',
  },
};
