import { App } from 'antd';
import { failureOf } from './call/client.ts';
import { FolderPath } from './FolderPath.tsx';

/**
 * What is asked of the host where the screen has no room for a notice: why it failed is told in a dialog. Answers
 * undefined where it failed.
 */
export function useToldCall(): <T>(task: () => Promise<T>) => Promise<T | undefined> {
  const { modal } = App.useApp();
  return async (task) => {
    try {
      return await task();
    } catch (error) {
      const { message, effect, remedy, path } = failureOf(error);
      const content = (
        <>
          {effect}
          {remedy}
          {path !== undefined && <FolderPath folder={path} />}
        </>
      );
      modal.error({ title: message, content, okText: '知道了' });
      return undefined;
    }
  };
}
