import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { KnownDaybook } from '../../../shared/protocol/host-state.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { useApi } from '../../api/ApiContext.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './WelcomePage.module.css';

interface LocateButtonProps {
  readonly onLocated: (daybook: KnownDaybook) => void;
}

/** Lets the user choose the folder of a daybook that the program does not know yet. */
export const LocateButton = ({ onLocated }: LocateButtonProps) => {
  const { t } = useText();
  const { bridge } = useApi();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, setPending] = useState(false);

  const locate = async (): Promise<void> => {
    setPending(true);
    const reply = await bridge.call('daybook/locate', {});
    setPending(false);
    setRefusal(reply.ok ? null : reply.error);
    if (reply.ok && reply.value !== null) onLocated(reply.value);
  };

  return (
    <div className={styles['locate']}>
      <Button
        look="quiet"
        size="small"
        icon={<FolderOpen aria-hidden="true" />}
        isDisabled={pending}
        onPress={() => void locate()}
      >
        {t('welcome.locate')}
      </Button>
      <RefusalMessage refusal={refusal} />
    </div>
  );
};
