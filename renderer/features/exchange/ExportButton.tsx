import { Download } from 'lucide-react';
import { useState } from 'react';
import type { ExportOrder } from '../../../shared/protocol/exporting.ts';
import { useExport } from '../../api/useExport.ts';
import { useDaybook } from '../../api/useHost.ts';
import { useOtherJob } from '../../api/useOtherJob.ts';
import { refusalSentence } from '../../text/refusalSentence.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useShow } from '../../window/useShow.ts';
import { exportedSentence } from './exportedSentence.ts';

interface ExportButtonProps {
  readonly order: ExportOrder;
  /** There is nothing to export, and so no button but to cancel what it has begun. */
  readonly isEmpty?: boolean;
  /** What it says, where it is not the list that is in sight. */
  readonly label?: string;
  readonly size?: 'normal' | 'small';
}

/**
 * Writes a list into a CSV file. While it does, the same button cancels it; while another export is going
 * on it waits, since there is one at a time and this button knows nothing of the other.
 */
export const ExportButton = ({
  order,
  isEmpty = false,
  label,
  size = 'normal',
}: ExportButtonProps) => {
  const { t, language } = useText();
  const { name } = useDaybook();
  const { running, run, cancel } = useExport();
  const other = useOtherJob('export');
  const show = useShow();
  const [isOurs, setIsOurs] = useState(false);
  const isCancel = running && isOurs;
  const start = async (): Promise<void> => {
    setIsOurs(true);
    const ended = await run(order, `${name} ${t('exchange.listFile')}.csv`);
    setIsOurs(false);
    if (ended === null) return;
    const { report, refusal, file } = ended;
    if (report !== null)
      showToast({
        text: exportedSentence(report, ended.name, t),
        ...(show === null || file === null
          ? {}
          : { action: { label: t('exchange.show'), run: () => show(file.id) } }),
      });
    else if (refusal !== null) showToast({ text: refusalSentence(refusal, t, language) });
  };
  if (isEmpty && !isCancel) return null;
  return (
    <Button
      size={size}
      icon={<Download aria-hidden="true" />}
      isDisabled={(running || other !== null) && !isOurs}
      onToggle={() => {
        if (isCancel) cancel();
        else void start();
      }}
    >
      {isCancel ? t('common.cancel') : (label ?? t('exchange.list'))}
    </Button>
  );
};
