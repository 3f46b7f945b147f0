import type { ThemeConfig } from 'antd';

/** One accent colour; greys dark enough to read (WCAG AA) on an office monitor; no animation. */
const ACCENT = '#1d5a9e';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: ACCENT,
    colorInfo: ACCENT,
    colorLink: ACCENT,
    colorSuccess: '#2e7d32',
    colorWarning: '#a85b00',
    colorError: '#b3261e',
    colorSuccessBg: '#eef7ef',
    colorSuccessBorder: '#a5cfa8',
    colorInfoBg: '#edf4fb',
    colorInfoBorder: '#a9c6e6',
    colorWarningBg: '#fdf5e6',
    colorWarningBorder: '#e3c07f',
    colorErrorBg: '#fdf0ef',
    colorErrorBorder: '#e5aaa5',
    colorText: '#1f2328',
    colorTextSecondary: '#4b5563',
    colorTextTertiary: '#5b6470',
    colorTextDescription: '#5b6470',
    colorTextPlaceholder: '#6b7280',
    colorBgLayout: '#f4f6f8',
    borderRadius: 4,
    motion: false,
    // System fonts only: nothing is fetched. Names of Windows, 麒麟/统信 and macOS.
    fontFamily:
      '"Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "WenQuanYi Micro Hei", sans-serif',
  },
  components: {
    Table: { cellPaddingBlockSM: 6, headerBg: '#eef2f6' },
    Card: { paddingLG: 16 },
  },
};
