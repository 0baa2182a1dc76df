import { EventEmitter } from 'node:events';
import { toReal, toShown } from './addresses.ts';
import { strict, createEvent } from './strict.ts';
import {
  browserOf,
  type OpenHandler,
  type SenderFrame,
  type WebContents,
  type World,
} from './World.ts';
import { bindingName, isolatedWorld, pageScript, preloadScript } from './worlds.ts';

interface RequestPaused {
  readonly requestId: string;
  readonly resourceType: string;
  readonly frameId: string;
  readonly request: { readonly url: string; readonly method: string };
}

interface ContextCreated {
  readonly context: {
    readonly id: number;
    readonly name: string;
    readonly auxData: { readonly frameId: string };
  };
}

interface FrameNavigated {
  readonly frame: {
    readonly id: string;
    readonly parentId?: string;
    readonly url: string;
    readonly urlFragment?: string;
  };
}

interface NavigatedWithin {
  readonly frameId: string;
  readonly url: string;
}

interface BindingCalled {
  readonly name: string;
  readonly payload: string;
  readonly executionContextId: number;
}

let lastId = 0;

/** Puts the place of a file where the preload could only put a mark for it. */
const withPlaces = async (
  args: readonly unknown[],
  placeOf: (index: number) => Promise<string>,
): Promise<readonly unknown[]> => {
  const found = /"stand-in-file:(\d+)"/u;
  let text = JSON.stringify(args);
  for (let match = found.exec(text); match !== null; match = found.exec(text)) {
    const place = await placeOf(Number(match[1]));
    text = text.replace(match[0], () => JSON.stringify(place));
  }
  return JSON.parse(text) as readonly unknown[];
};

export const createWebContents = (world: World, preload: string): WebContents => {
  const { send: sendTo, events } = browserOf(world);
  const emitter = new EventEmitter();
  lastId += 1;
  const id = lastId;
  let target = '';
  let session = '';
  let openHandler: OpenHandler | null = null;
  /** The address that the program itself goes to, of which no page is asked. */
  let expected: string | null = null;
  const frames = new Map<string, { readonly parentId?: string; readonly url: string }>();
  /** The frames of the preload's world, by the context that it runs in. */
  const contexts = new Map<number, string>();

  const send = <Reply>(method: string, params: object = {}): Promise<Reply> =>
    sendTo<Reply>(method, params, session);

  const frameOf = (frameId: string): SenderFrame | null => {
    const frame = frames.get(frameId);
    if (frame === undefined) return null;
    const parent = frame.parentId === undefined ? null : frameOf(frame.parentId);
    return { url: toReal(frame.url), parent };
  };

  const mainFrame = (): SenderFrame | null => {
    const [frameId] = [...frames].findLast(([, { parentId }]) => parentId === undefined) ?? [];
    return frameId === undefined ? null : frameOf(frameId);
  };

  const mainContext = (): number | undefined =>
    [...contexts].findLast(([, frameId]) => frames.get(frameId)?.parentId === undefined)?.[0];

  const placeOfFile =
    (context: number) =>
    async (index: number): Promise<string> => {
      const { result } = await send<{ readonly result: { readonly objectId: string } }>(
        'Runtime.evaluate',
        { expression: `standIn.files[${index}]`, contextId: context },
      );
      const { path } = await send<{ readonly path: string }>('DOM.getFileInfo', result);
      return path;
    };

  const invoke = async ({ payload, executionContextId }: BindingCalled): Promise<void> => {
    const { id, channel, args } = JSON.parse(payload) as {
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
    };
    const settle = (outcome: object): Promise<unknown> =>
      send('Runtime.evaluate', {
        expression: `standIn.settle(${JSON.stringify({ id, ...outcome })})`,
        contextId: executionContextId,
      });
    const handler = world.invoked.get(channel);
    const senderFrame = frameOf(contexts.get(executionContextId) ?? '');
    try {
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      const given = await withPlaces(args, placeOfFile(executionContextId));
      const value = await handler({ sender: contents, senderFrame }, ...given);
      await settle({ value }).catch(() => {});
    } catch (thrown) {
      const thrownText = thrown instanceof Error ? thrown.message : String(thrown);
      await settle({ thrown: thrownText }).catch(() => {});
    }
  };

  /** Whether the program lets a page go where it wants to. */
  const mayGo = (frameId: string, url: string): boolean => {
    const isMainFrame = frames.get(frameId)?.parentId === undefined;
    const details = { url, isMainFrame, isSameDocument: false, frame: frameOf(frameId) };
    const names = isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate'];
    return names.every((name) => {
      const event = createEvent(details);
      emitter.emit(name, event);
      return !event.isPrevented();
    });
  };

  const answer = async (paused: RequestPaused): Promise<void> => {
    const { requestId, request, resourceType, frameId } = paused;
    const url = toReal(request.url);
    const fail = (errorReason: string): Promise<unknown> =>
      send('Fetch.failRequest', { requestId, errorReason });
    if (resourceType === 'Document') {
      const isOwn = expected === url;
      expected = null;
      if (!isOwn && !mayGo(frameId, url)) {
        world.deeds.push(`kept from ${url}`);
        await fail('Aborted');
        return;
      }
    }
    const answerer = world.answerers.get(new URL(url).protocol.slice(0, -1));
    if (answerer === undefined) {
      // A real Electron would be on the network now.
      world.wentTo.push(url);
      await fail('BlockedByClient');
      return;
    }
    const response = await answerer(new Request(url, { method: request.method }));
    await send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  };

  const hear: Readonly<Record<string, (params: never) => void>> = {
    'Fetch.requestPaused': (paused: RequestPaused) => void answer(paused).catch(() => {}),
    'Runtime.executionContextCreated': ({ context }: ContextCreated) => {
      if (context.name === isolatedWorld) contexts.set(context.id, context.auxData.frameId);
    },
    'Runtime.executionContextDestroyed': (gone: { readonly executionContextId: number }) =>
      void contexts.delete(gone.executionContextId),
    'Runtime.executionContextsCleared': () => contexts.clear(),
    'Runtime.bindingCalled': (called: BindingCalled) => void invoke(called),
    'Page.frameNavigated': ({ frame: { urlFragment = '', ...frame } }: FrameNavigated) =>
      void frames.set(frame.id, { ...frame, url: `${frame.url}${urlFragment}` }),
    'Page.navigatedWithinDocument': ({ frameId, url }: NavigatedWithin) =>
      void frames.set(frameId, { ...frames.get(frameId), url }),
    'Page.frameAttached': (frame: { readonly frameId: string; readonly parentFrameId: string }) =>
      void frames.set(frame.frameId, { parentId: frame.parentFrameId, url: '' }),
    'Page.loadEventFired': () => void emitter.emit('did-finish-load', createEvent({})),
    // A page that would stay stays, unless the program says that it goes.
    'Page.javascriptDialogOpening': ({ type }: { readonly type: string }) => {
      if (type !== 'beforeunload') return;
      const event = createEvent({});
      emitter.emit('will-prevent-unload', event);
      void send('Page.handleJavaScriptDialog', { accept: event.isPrevented() }).catch(() => {});
    },
    'Inspector.targetCrashed': () =>
      void emitter.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 1 }),
  };
  for (const [name, listener] of Object.entries(hear)) {
    events.on(name, (params: unknown, from: string | undefined) => {
      if (from === session) listener(params as never);
    });
  }

  const open = async (): Promise<void> => {
    const browser = browserOf(world);
    const created = await browser.send<{ readonly targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
    });
    target = created.targetId;
    const attached = await browser.send<{ readonly sessionId: string }>('Target.attachToTarget', {
      targetId: target,
      flatten: true,
    });
    session = attached.sessionId;
    await Promise.all([
      send('Page.enable'),
      send('DOM.enable'),
      send('Runtime.addBinding', { name: bindingName, executionContextName: isolatedWorld }),
      send('Runtime.enable'),
      send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript }),
      send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadScript(preload),
        worldName: isolatedWorld,
      }),
      send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    ]);
  };
  const opened = open();

  const contents: WebContents = strict(
    'webContents',
    Object.assign(emitter, {
      id,
      target: () => target,
      setWindowOpenHandler: (handler: OpenHandler) => {
        openHandler = handler;
      },
      getURL: () => mainFrame()?.url ?? '',
      // Without a handler Electron opens what a page asks for.
      mayOpen: (url: string) => openHandler?.({ url: toReal(url) }).action !== 'deny',
      send: (channel: string, ...args: readonly unknown[]) => {
        const contextId = mainContext();
        if (contextId === undefined) return;
        const expression = `standIn.hear(${JSON.stringify({ channel, args })})`;
        void send('Runtime.evaluate', { expression, contextId }).catch(() => {});
      },
      printToPDF: async (options: object) => {
        const { data } = await send<{ readonly data: string }>('Page.printToPDF', options);
        return Buffer.from(data, 'base64');
      },
      loadURL: async (address: string) => {
        await opened;
        const loaded = new Promise<void>(
          (resolve) => void emitter.once('did-finish-load', () => resolve()),
        );
        expected = address;
        await send('Page.navigate', { url: toShown(address) });
        await loaded;
      },
      reload: () => void send('Page.reload'),
    }),
  );
  return contents;
};
