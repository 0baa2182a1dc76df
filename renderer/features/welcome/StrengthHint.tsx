import { useText } from '../../text/useText.ts';
import styles from './NewPassphraseFields.module.css';
import { passphraseStrength, SHORTEST_PASSPHRASE } from './passphraseStrength.ts';

const filledBars = { tooShort: 0, weak: 1, fair: 2, strong: 3 } as const;

/** How well a passphrase would stand up to guessing, in words and in bars. */
export const StrengthHint = ({ passphrase }: { readonly passphrase: string }) => {
  const { t } = useText();
  const strength = passphraseStrength(passphrase);
  const filled = filledBars[strength];
  return (
    <div className={styles['strength']} role="status" aria-label={t('welcome.strength')}>
      <span className={styles['bars']} aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <span key={bar} className={`${styles['bar']} ${bar <= filled ? styles['filled'] : ''}`} />
        ))}
      </span>
      <span>
        {strength === 'tooShort'
          ? t('welcome.tooShort', { count: SHORTEST_PASSPHRASE })
          : t(`welcome.${strength}`)}
      </span>
    </div>
  );
};
