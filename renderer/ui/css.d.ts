import 'react';

declare module 'react' {
  /** Custom properties that the stylesheets read. */
  interface CSSProperties {
    '--figure'?: string;
  }
}
