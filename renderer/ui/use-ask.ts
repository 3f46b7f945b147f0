import { App } from 'antd';

interface Question {
  readonly title: string;
  readonly content: string;
  /** What is done. */
  readonly okText: string;
  readonly cancelText?: string;
  readonly isHarmful?: boolean;
  readonly onOk: () => unknown;
}

/**
 * Asks before something that one would not want to have pressed by chance: the keyboard stands on the way out, and is back on
 * what was pressed afterwards; where that is gone, on `landing`.
 */
export function useAsk(landing: () => Element | null | undefined): (question: Question) => void {
  const { modal } = App.useApp();
  return ({ isHarmful = false, ...question }) => {
    const opener = document.activeElement;
    void modal.confirm({
      ...question,
      okButtonProps: { danger: isHarmful },
      focusable: { autoFocusButton: 'cancel' },
      afterClose: () => {
        const target = landing();
        if (!opener?.isConnected && target instanceof HTMLElement) target.focus();
      },
    });
  };
}
