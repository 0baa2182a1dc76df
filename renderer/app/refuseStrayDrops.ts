/**
 * A file that is dropped beside its place stays where it is. The browser would open it instead of the page,
 * or in a tab beside it. Text can be dropped into fields as before; places for files let nothing up to here.
 */
export const refuseStrayDrops = (): void => {
  for (const type of ['dragenter', 'dragover'] as const)
    window.addEventListener(type, (event) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    });
};
