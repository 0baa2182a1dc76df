import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { channels, desktopApiName, type DesktopApi } from '../../shared/desktop.ts';
import type { Notice } from '../../shared/methods.ts';

const api: DesktopApi = {
  call: (frame) => ipcRenderer.invoke(channels.call, frame),
  onNotice: (listener) => {
    const hear = (_event: IpcRendererEvent, notice: Notice): void => listener(notice);
    ipcRenderer.on(channels.notice, hear);
    return () => void ipcRenderer.off(channels.notice, hear);
  },
  speak: (language) => ipcRenderer.invoke(channels.speak, language),
  hold: (holds) => ipcRenderer.invoke(channels.hold, holds),
  savePdf: (name) => ipcRenderer.invoke(channels.savePdf, name),
  // Empty for what is no file on a disk, and then refused. Throws for what is no file at all.
  hand: (file) => ipcRenderer.invoke(channels.hand, webUtils.getPathForFile(file as File)),
};

contextBridge.exposeInMainWorld(desktopApiName, api);
