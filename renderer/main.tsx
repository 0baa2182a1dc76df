import './api/zodWithoutEval.ts';
import 'pretendard/dist/web/variable/pretendardvariable.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';
import { createRoot } from 'react-dom/client';
import { socketPath } from '../shared/methods.ts';
import { createDaybookApi } from './api/createDaybookApi.ts';
import { createPreloadBridge, findDesktop } from './api/createPreloadBridge.ts';
import { createQueryClient } from './api/createQueryClient.ts';
import { createSocketBridge } from './api/createSocketBridge.ts';
import { askHostEarly } from './api/useHost.ts';
import { App } from './app/App.tsx';
import { askBeforeUnload } from './app/askBeforeUnload.ts';
import { refuseStrayDrops } from './app/refuseStrayDrops.ts';
import { applyLook } from './window/applyLook.ts';
import { followClosings } from './window/closedElsewhere.ts';
import { followFreshStarts } from './window/freshStarts.ts';
import { readPreferences } from './window/preferences.ts';
import { tellUnwritten } from './app/unwritten.ts';
import { createTexts } from './text/createTexts.ts';
import { chooseLanguage } from './text/languages.ts';
import { setMoneyLook } from './text/moneyLook.ts';

const openSocketBridge = () => {
  const address = new URL(socketPath, window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  address.hash = '';
  return createSocketBridge(address.href);
};

const desktop = findDesktop();
const bridge = desktop === undefined ? openSocketBridge() : createPreloadBridge(desktop);
const preferences = readPreferences(localStorage);
// Before the first paint, which waits for this script: no light flash in the dark.
applyLook(preferences);
setMoneyLook(preferences.money);
const language = preferences.language ?? chooseLanguage(navigator.languages);
const queries = createQueryClient();
const api = createDaybookApi(bridge, queries);
followFreshStarts(api);
followClosings(api);
askHostEarly(api, queries);
askBeforeUnload();
refuseStrayDrops();
if (desktop !== undefined) tellUnwritten((holds) => void desktop.hold(holds));
const place = document.getElementById('root');
if (place === null) throw new Error('the page has no place for the window');

createRoot(place).render(<App api={api} queries={queries} texts={createTexts(language)} />);
