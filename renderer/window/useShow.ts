import { useApi } from '../api/ApiContext.ts';
import { useHost } from '../api/useHost.ts';
import { refusalSentence } from '../text/refusalSentence.ts';
import { useText } from '../text/useText.ts';
import { showToast } from '../ui/toasts.ts';

/** What shows a written file, or the folder of the daybook where none is named; null where nothing can. */
export const useShow = (): ((file?: string) => void) | null => {
  const { t, language } = useText();
  const { bridge } = useApi();
  const canShow = useHost()?.canShow === true;
  if (!canShow) return null;
  return (file) => {
    void (async () => {
      const shown = await (file === undefined
        ? bridge.call('daybook/show', {})
        : bridge.call('file/show', { id: file }));
      if (!shown.ok) showToast({ text: refusalSentence(shown.error, t, language) });
    })();
  };
};
