import { registerHooks } from 'node:module';

// dependency-cruiser reads TypeScript through the compiler's old programming interface, which
// version 7 no longer has. It alone gets version 6, installed beside it under another name.
registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const asked = specifier === 'typescript' || specifier === 'typescript/package.json';
    const byTheCruiser = context.parentURL?.includes('/node_modules/dependency-cruiser/') === true;
    return nextResolve(
      asked && byTheCruiser ? specifier.replace('typescript', 'typescript-6') : specifier,
      context,
    );
  },
});
