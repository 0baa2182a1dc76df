/** How a window can look. */
export interface Look {
  readonly locale: 'en' | 'ko';
  readonly colorScheme: 'light' | 'dark';
  /** As usual, with more contrast, or in the colours that the system forces on all pages. */
  readonly contrast?: 'more' | 'forced';
  readonly size: keyof typeof sizes;
}

/** The last two are what a window of the first size has room for when it is magnified twice and four times. */
export const sizes = {
  large: { width: 1280, height: 800 },
  small: { width: 1024, height: 640 },
  magnified: { width: 640, height: 400 },
  narrow: { width: 320, height: 400 },
} as const;

export const nameOf = ({ locale, colorScheme, contrast, size }: Look, scene: string): string =>
  [scene, locale, contrast, colorScheme, size].filter((part) => part !== undefined).join('-');

/** In which every screen is taken. */
export const looks: readonly Look[] = (['en', 'ko'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['large', 'small'] as const).map((size) => ({ locale, colorScheme, size })),
  ),
);

/** In which one screen of each kind is taken. */
export const rareLooks: readonly Look[] = [
  { locale: 'en', colorScheme: 'light', contrast: 'more', size: 'large' },
  { locale: 'ko', colorScheme: 'dark', contrast: 'more', size: 'small' },
  { locale: 'en', colorScheme: 'light', contrast: 'forced', size: 'large' },
  { locale: 'en', colorScheme: 'dark', contrast: 'forced', size: 'large' },
  { locale: 'en', colorScheme: 'light', size: 'magnified' },
  { locale: 'ko', colorScheme: 'dark', size: 'magnified' },
  { locale: 'en', colorScheme: 'light', size: 'narrow' },
  { locale: 'ko', colorScheme: 'dark', size: 'narrow' },
];
