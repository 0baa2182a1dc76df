/** The few pages that the host shows by itself, where the window may not or cannot be shown. */
export type HostPage =
  'onward' | 'linkUsed' | 'noSession' | 'notFound' | 'wrongAddress' | 'notAllowed';

type Language = 'en' | 'ko';

interface Words {
  readonly title: string;
  readonly advice: string;
}

const newLink: Readonly<Record<Language, string>> = {
  en: 'Go to the terminal where Daybook runs and press Enter: it shows a new link. Or stop Daybook there with Ctrl C and start it again.',
  ko: 'Daybook을 실행한 터미널에서 Enter 키를 누르면 새 링크가 나타납니다. 또는 Ctrl C로 Daybook을 종료하고 다시 시작하세요.',
};

const words: Readonly<Record<HostPage, Readonly<Record<Language, Words>>>> = {
  linkUsed: {
    en: { title: 'This link has been used', advice: newLink.en },
    ko: { title: '이미 사용한 링크입니다', advice: newLink.ko },
  },
  noSession: {
    en: { title: 'This browser is not connected to Daybook', advice: newLink.en },
    ko: { title: '이 브라우저는 Daybook에 연결되어 있지 않습니다', advice: newLink.ko },
  },
  onward: {
    en: { title: 'Daybook', advice: 'One moment.' },
    ko: { title: 'Daybook', advice: '잠시만 기다려 주세요.' },
  },
  notFound: {
    en: { title: 'There is nothing here', advice: 'Go back to the start of Daybook.' },
    ko: { title: '여기에는 아무것도 없습니다', advice: 'Daybook의 시작 화면으로 돌아가세요.' },
  },
  wrongAddress: {
    en: {
      title: 'This is not the address of Daybook',
      advice: 'Open it by the link that it shows.',
    },
    ko: { title: 'Daybook의 주소가 아닙니다', advice: 'Daybook이 보여 주는 링크로 여세요.' },
  },
  notAllowed: {
    en: { title: 'Daybook does not answer this', advice: 'Open it by the link that it shows.' },
    ko: { title: 'Daybook이 답하지 않는 요청입니다', advice: 'Daybook이 보여 주는 링크로 여세요.' },
  },
};

const start: Readonly<Record<Language, string>> = { en: 'Open Daybook', ko: 'Daybook 열기' };

const languageOf = (acceptLanguage: string | undefined): Language =>
  /^\s*ko\b/i.test(acceptLanguage ?? '') ? 'ko' : 'en';

/** The address of the style of these pages, the only thing that needs no session. */
export const hostStyleAddress = '/host.css';

export const hostStyle = `
:root { color-scheme: light dark; }
body {
  max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem;
  font: 1rem/1.6 Pretendard, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", system-ui, sans-serif;
  color: #1b1b18; background: #fbfaf6;
}
h1 { font: 600 1.5rem/1.3 Georgia, "Nanum Myeongjo", serif; border-bottom: 1px solid #c9c5b8; padding-bottom: .6rem; }
a { color: #1f3f77; }
@media (prefers-color-scheme: dark) {
  body { color: #e9e6dc; background: #191917; }
  h1 { border-color: #46443c; }
  a { color: #a9c1f0; }
}
`;

/**
 * One of the host's own pages in the reader's language. `onward` makes the browser ask for the start
 * once more by itself.
 */
export const hostPage = (page: HostPage, acceptLanguage: string | undefined): string => {
  const language = languageOf(acceptLanguage);
  const { title, advice } = words[page][language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${page === 'onward' ? '<meta http-equiv="refresh" content="0; url=/">\n' : ''}<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${hostStyleAddress}">
</head>
<body>
<main>
<h1>${title}</h1>
<p>${advice}</p>
<p><a href="/">${start[language]}</a></p>
</main>
</body>
</html>
`;
};
