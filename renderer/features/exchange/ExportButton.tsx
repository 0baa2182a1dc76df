import { Download } from 'lucide-react';
import type { ExportOrder } from '../../../shared/protocol.ts';
import { useExport } from '../../api/useExport.ts';
import { useDaybook } from '../../api/useHost.ts';
import { refusalSentence } from '../../text/refusalSentence.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import { exportedSentence } from './exportedSentence.ts';

interface ExportButtonProps {
  readonly order: ExportOrder;
  /** What it says, where it is not the list that is in sight. */
  readonly label?: string;
}

/** Writes a list into a CSV file. While it does, the same button cancels it. */
export const ExportButton = ({ order, label }: ExportButtonProps) => {
  const { t, language } = useText();
  const { name } = useDaybook();
  const { running, run, cancel } = useExport();
  const start = async (): Promise<void> => {
    const ended = await run(order, `${name} ${t('exchange.listFile')}.csv`);
    if (ended === null) return;
    const { report, refusal } = ended;
    if (report !== null) showToast({ text: exportedSentence(report, ended.name ?? '', t) });
    else if (refusal !== null) showToast({ text: refusalSentence(refusal, t, language) });
  };
  return (
    <Button
      icon={<Download aria-hidden="true" />}
      onPress={() => {
        if (running) cancel();
        else void start();
      }}
    >
      {running ? t('common.cancel') : (label ?? t('exchange.list'))}
    </Button>
  );
};
