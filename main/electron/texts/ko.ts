import { stoppingTexts } from '../../../shared/stopping-texts.ts';
import type { DesktopTexts } from './en.ts';

/** The same in Korean. Letters that a key chooses stand behind the words, as on Korean desktops. */
export const ko: DesktopTexts = {
  menu: {
    file: '파일(&F)',
    newWindow: '새 창(&W)',
    openFolder: '폴더 열기(&O)…',
    recent: '최근에 연 장부(&R)',
    noneRecent: '아직 장부가 없음',
    closeWindow: '창 닫기(&C)',
    quit: 'Daybook 끝내기(&Q)',
    edit: '편집(&E)',
    undo: '실행 취소(&U)',
    redo: '다시 실행(&R)',
    cut: '잘라내기(&T)',
    copy: '복사(&C)',
    paste: '붙여넣기(&P)',
    selectAll: '모두 선택(&A)',
    view: '보기(&V)',
    reload: '새로 고침(&R)',
    actualSize: '실제 크기(&A)',
    zoomIn: '확대(&I)',
    zoomOut: '축소(&O)',
    fullScreen: '전체 화면(&F)',
    tools: '개발자 도구(&D)',
    window: '창(&W)',
    minimize: '최소화(&M)',
    zoom: '확대/축소(&Z)',
    front: '모두 앞으로 가져오기(&F)',
    about: 'Daybook에 관하여',
    services: '서비스',
    hide: 'Daybook 가리기',
    hideOthers: '기타 가리기',
    unhide: '모두 보기',
  },
  dialog: {
    openFolder: '장부가 있는 폴더를 고르세요',
    openFolderButton: '고르기',
    save: '다른 이름으로 저장',
    saveButton: '저장',
  },
  notStarted: {
    title: 'Daybook을 시작할 수 없습니다',
    text: '장부는 그대로 있습니다. Daybook을 다시 시작해 보고, 그래도 안 되면 다시 설치하세요. 무엇이 문제였는지는 다음 파일에 적혀 있습니다.',
  },
  stopping: stoppingTexts.ko,
};
