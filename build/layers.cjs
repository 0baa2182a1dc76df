/** Which folder may import which. The build fails where one does not hold. */

/** Tests, and what only tests use, named for it: `daybookUnderTest.ts`. */
const test = '([.]test|UnderTest)[.]tsx?$';

/** Where a part of the engine stands: each may import those before it, never those after it. */
const engineLevels = [
  ['sqlite'],
  ['eventlog'],
  ['projection', 'bus'],
  ['command', 'query', 'jobs', 'exchange'],
];

/**
 * Where a part of the window stands: each may import those before it, never those after it. What screens need
 * of the window as a whole, such as what was chosen for it, stands before them: `app` puts them together.
 */
const windowLevels = [['api'], ['text', 'ui'], ['forms', 'window'], ['features'], ['app']];

const host = '^main/(electron|web|cli)/';
const frontDoor = '^main/engine/([Ee]ngine|startEngine)[.]ts$';

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/**
 * Everything of ours that is neither in these places nor a package.
 *
 * @param {string[]} places
 */
const oursBut = (...places) => ({
  path: '^(shared|main|renderer|build|e2e|bench)/',
  pathNot: places,
});

/**
 * Each level may import those before it.
 *
 * @param {string} name @param {string} folder @param {string[][]} levels
 */
const inOrder = (name, folder, levels) =>
  levels.slice(0, -1).map((level, index) =>
    forbid(
      `${name}-${level.join('-and-')}-imports-nothing-above`,
      levels
        .map((parts) => (parts.length === 1 ? parts[0] : `{ ${parts.join(', ')} }`))
        .join(' <- '),
      { path: `^${folder}/(${level.join('|')})/`, pathNot: test },
      {
        path: `^${folder}/(${levels
          .slice(index + 1)
          .flat()
          .join('|')})/`,
      },
    ),
  );

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle has no order to be read in.', {}, { circular: true }),
    forbid('every-import-is-found', 'A name that leads nowhere.', {}, { couldNotResolve: true }),

    // shared: kernel <- records <- views <- contract
    forbid(
      'kernel-imports-kernel-only',
      'The kernel knows no record by name.',
      { path: '^shared/kernel/' },
      oursBut('^shared/kernel/'),
    ),
    forbid(
      'records-import-kernel-only',
      'A record is pure code over the kernel.',
      { path: '^shared/records/' },
      oursBut('^shared/(kernel|records)/'),
    ),
    forbid(
      'records-never-import-each-other',
      'What crosses records is SQL over rows, in shared/views.',
      { path: '^shared/records/([^/]+)/' },
      { path: '^shared/records/', pathNot: '^shared/records/$1/' },
    ),
    forbid(
      'views-import-records-and-kernel-only',
      'A view across records stands between the records and the contract.',
      { path: '^shared/views/' },
      oursBut('^shared/(kernel|records|views)/'),
    ),
    forbid(
      'shared-imports-shared-only',
      'Main and renderer stand on shared, never the other way round.',
      { path: '^shared/' },
      oursBut('^shared/'),
    ),
    forbid(
      'shared-sees-no-platform',
      'Shared code runs in Node, in the window and in a worker alike.',
      { path: '^shared/', pathNot: test },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'shared-and-renderer-use-no-node-package',
      'Packages that need Node, or belong to one host.',
      { path: '^(shared|renderer)/' },
      { path: '(^|/)node_modules/(@types/)?(ws|commander|csv-parse|vite|playwright-core)/' },
    ),
    forbid(
      'shared-and-main-draw-nothing',
      'React is for the renderer.',
      { path: '^(shared|main)/' },
      { path: '(^|/)node_modules/(@types/)?(react|react-[^/]+|@tanstack/react-[^/]+)/' },
    ),

    // renderer
    forbid(
      'renderer-imports-shared-only',
      'The window reaches the engine through the contract.',
      { path: '^renderer/' },
      oursBut('^(renderer|shared)/'),
    ),
    forbid(
      'renderer-sees-no-node',
      'The window has no Node.',
      { path: '^renderer/', pathNot: test },
      { dependencyTypes: ['core'] },
    ),

    ...inOrder('window', 'renderer', windowLevels),

    // main
    forbid(
      'main-imports-main-and-shared-only',
      'Main never reaches into the window, nor into its own tools.',
      { path: '^main/' },
      oursBut('^(main|shared)/'),
    ),
    ...inOrder('engine', 'main/engine', engineLevels),
    forbid(
      'engine-parts-do-not-know-who-builds-them',
      'Parts are put together by createEngine, which the worker runs.',
      { path: '^main/engine/[^/]+/', pathNot: test },
      { path: '^main/engine/(createEngine|startEngine|worker)[.]ts$' },
    ),
    forbid(
      'createEngine-does-not-know-its-thread',
      'The composition root runs in a worker, and in a test without one.',
      { path: '^main/engine/(createEngine|dependencies|[Ee]ngine)[.]ts$' },
      { path: '^main/engine/(startEngine|worker)[.]ts$' },
    ),
    forbid(
      'keys-are-handed-in',
      'Only whoever opens a daybook folder picks a key store; the others know its type.',
      { path: '^main/', pathNot: ['^main/engine/(keys|folder)/', test] },
      { path: '^main/engine/keys/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'keys-import-sqlite-only',
      'The key store stands beside the log, not on it.',
      { path: '^main/engine/keys/', pathNot: test },
      { path: '^main/engine/', pathNot: '^main/engine/((keys|sqlite)/|dependencies[.]ts$)' },
    ),
    forbid(
      'engine-imports-no-host',
      'The same engine runs under every host.',
      { path: '^main/engine/' },
      oursBut('^main/engine/', '^shared/'),
    ),
    forbid(
      'the-front-door-is-the-only-door',
      'Outside the engine only its types and startEngine are known.',
      { path: '^main/', pathNot: ['^main/engine/', test] },
      { path: '^main/engine/', pathNot: frontDoor },
    ),
    forbid(
      'ipc-knows-no-host',
      'One contract server, used by all three hosts.',
      { path: '^main/ipc/', pathNot: test },
      { path: host },
    ),
    forbid(
      'hosts-do-not-import-each-other',
      'Each host stands alone; only the programs of the command line start the browser host, by its two front doors.',
      { path: '^main/(electron|web|cli)/' },
      { path: host, pathNot: ['^main/$1/', '^main/web/serve(Daybook|Home)[.]ts$'] },
    ),
    forbid(
      'electron-in-its-host-only',
      'In plain Node the package would try to download a program.',
      { path: '^(main|shared|renderer)/', pathNot: '^main/electron/' },
      { path: '(^electron$|(^|/)node_modules/electron/)' },
    ),
    forbid(
      'better-sqlite3-in-sqlite-only',
      'One folder knows the database driver; bench measures it on its own.',
      { path: '^(main|shared|renderer)/', pathNot: '^main/engine/sqlite/' },
      { path: '(^|/)node_modules/(@types/)?better-sqlite3/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|[.]dist-[^/]*|test-results|bench/peers)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
