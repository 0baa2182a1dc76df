/** True in what `build/build.mjs` emits. From source the name does not exist: ask with `typeof`. */
declare const __DAYBOOK_BUILT__: boolean | undefined;
