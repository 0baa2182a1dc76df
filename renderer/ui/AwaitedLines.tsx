import styles from './Awaited.module.css';

/** Empty lines in the place of what is on its way; they come only when that takes its time. */
export const AwaitedLines = ({ count }: { readonly count: number }) => (
  <div aria-hidden="true" data-awaited className={styles['awaited']}>
    {Array.from({ length: count }, (_, index) => (
      <div key={index} className={styles['line']}>
        <span className={styles['mark']} />
      </div>
    ))}
  </div>
);
