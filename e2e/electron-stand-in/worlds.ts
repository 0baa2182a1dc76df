import { readFileSync } from 'node:fs';

/*
 * The two worlds of a page. The preload runs, as it is, in an isolated world of Chromium's own: it sees
 * the same document and none of the page's objects. What it exposes reaches the page as events on the
 * document, whose details Chromium copies from world to world, and as functions that stand for those
 * on the other side.
 */

export const isolatedWorld = 'Electron Isolated Context';

/** What the isolated world calls to speak to the program. */
export const bindingName = 'standInBinding';

/** Runs on both sides: passes calls of functions across, and gives whatever they give. */
const passage = `
  const createPassage = (own, other) => {
    const functions = new Map();
    let last = 0;
    const pack = (value) => {
      if (typeof value === 'function') {
        last += 1;
        functions.set(last, value);
        return { kind: 'function', id: last };
      }
      if (value instanceof Promise) {
        last += 1;
        const id = last;
        value.then(
          (settled) => tell('settled', { id, value: pack(settled) }),
          (cause) => tell('failed', { id, message: String(cause?.message ?? cause) }),
        );
        return { kind: 'promise', id };
      }
      if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
        return { kind: 'object', entries: Object.entries(value).map(([key, inner]) => [key, pack(inner)]) };
      }
      return { kind: 'value', value };
    };
    const promises = new Map();
    const unpack = (packed) => {
      switch (packed.kind) {
        case 'function':
          return (...args) => {
            const reply = ask(packed.id, args);
            if (reply.thrown !== undefined) throw new Error(reply.thrown);
            return unpack(reply.value);
          };
        case 'promise':
          return new Promise((resolve, reject) => promises.set(packed.id, { resolve, reject }));
        case 'object':
          return Object.fromEntries(packed.entries.map(([key, inner]) => [key, unpack(inner)]));
        default:
          return packed.value;
      }
    };
    const tell = (what, detail) =>
      document.dispatchEvent(new CustomEvent(other, { detail: { what, ...detail } }));
    let answered = null;
    const ask = (id, args) => {
      tell('call', { id, args: args.map(pack) });
      const reply = answered;
      answered = null;
      return reply;
    };
    const hear = {
      call: ({ id, args }) => {
        try {
          tell('answered', { reply: { value: pack(functions.get(id)(...args.map(unpack))) } });
        } catch (cause) {
          tell('answered', { reply: { thrown: String(cause?.message ?? cause) } });
        }
      },
      answered: ({ reply }) => { answered = reply; },
      settled: ({ id, value }) => { promises.get(id)?.resolve(unpack(value)); promises.delete(id); },
      failed: ({ id, message }) => { promises.get(id)?.reject(new Error(message)); promises.delete(id); },
      expose: ({ name, value }) => { Object.defineProperty(window, name, { value: unpack(value), enumerable: true }); },
    };
    document.addEventListener(own, ({ detail }) => hear[detail.what](detail));
    return { expose: (name, value) => tell('expose', { name, value: pack(value) }) };
  };
`;

/** For the page's own world, before anything of the page. */
export const pageScript = `(() => {
  if (window !== window.top) return;
  ${passage}
  createPassage('stand-in:page', 'stand-in:preload');
})();`;

/** For the isolated world: the module \`electron\` as a sandboxed preload finds it, and then the preload. */
export const preloadScript = (file: string): string => `(() => {
  if (window !== window.top) return;
  ${passage}
  const { expose } = createPassage('stand-in:preload', 'stand-in:page');
  const waiting = new Map();
  const listeners = new Map();
  const files = [];
  let last = 0;
  const strict = (name, value) => new Proxy(value, {
    get: (target, key) => {
      if (!(key in target)) throw new Error('the stand-in has no ' + name + '.' + String(key));
      return target[key];
    },
  });
  const electron = strict('electron', {
    contextBridge: strict('contextBridge', { exposeInMainWorld: expose }),
    ipcRenderer: strict('ipcRenderer', {
      invoke: (channel, ...args) => new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        globalThis.${bindingName}(JSON.stringify({ id: last, channel, args }));
      }),
      on: (channel, listener) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
      off: (channel, listener) => {
        listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener));
      },
    }),
    webUtils: strict('webUtils', {
      // Where a file lies is only known outside of the page: this stands for it until it gets there.
      getPathForFile: (file) => 'stand-in-file:' + (files.push(file) - 1),
    }),
  });
  globalThis.standIn = {
    files,
    settle: ({ id, value, thrown }) => {
      const call = waiting.get(id);
      waiting.delete(id);
      if (thrown === undefined) call?.resolve(value);
      else call?.reject(new Error(thrown));
    },
    hear: ({ channel, args }) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  };
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error('a sandboxed preload cannot load ' + name);
  };
  const module = { exports: {} };
  ((require, module, exports) => {
${readFileSync(file, 'utf8')}
  })(require, module, module.exports);
})();`;
