const select = (shown: HTMLElement): void => {
  if (shown instanceof HTMLTextAreaElement) {
    shown.select();
    return;
  }
  window.getSelection()?.selectAllChildren(shown);
};

/**
 * Copies a text. Where that is not allowed it selects what shows the text, so that it can be copied by
 * hand, and says so: `false`.
 */
export const copyText = async (text: string, shown: HTMLElement | null): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown !== null) select(shown);
    return false;
  }
};
