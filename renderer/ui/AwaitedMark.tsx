import styles from './Awaited.module.css';

/** A faint line in the place of a text that is on its way. */
export const AwaitedMark = () => <span className={`${styles['mark']} ${styles['late']}`} />;
