import { useState } from 'react';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormActions } from '../../ui/Form.tsx';
import { JobOutcome } from '../../ui/JobOutcome.tsx';
import { useSample } from './useSample.ts';
import styles from './WelcomePage.module.css';

interface SampleFormProps {
  /** Whether it is there already, and can be removed. */
  readonly isMade: boolean;
}

/** Opens the sample, and removes it. */
export const SampleForm = ({ isMade }: SampleFormProps) => {
  const { t } = useText();
  const sample = useSample();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <header>
        <h2 className={styles['heading']}>{t('sample.open')}</h2>
        <p className={styles['folder']}>{t('sample.text')}</p>
      </header>
      <p>{t('sample.passphrase')}</p>
      <JobOutcome job={sample} running={isMade ? t('welcome.opening') : t('sample.making')} />
      <FormActions>
        <Button look="primary" isPending={sample.running} onPress={sample.open}>
          {t('sample.open')}
        </Button>
        {isMade ? (
          <Button look="quiet" isDisabled={sample.running} onPress={() => setIsAsking(true)}>
            {t('sample.remove')}
          </Button>
        ) : null}
      </FormActions>
      {isAsking ? (
        <Dialog
          role="alertdialog"
          title={t('sample.removeTitle')}
          onLeave={() => setIsAsking(false)}
        >
          <p>{t('sample.removeText')}</p>
          <FormActions>
            <Button
              look="danger"
              onPress={() => {
                setIsAsking(false);
                sample.remove();
              }}
            >
              {t('sample.remove')}
            </Button>
            <Button onPress={() => setIsAsking(false)}>{t('common.cancel')}</Button>
          </FormActions>
        </Dialog>
      ) : null}
    </>
  );
};
