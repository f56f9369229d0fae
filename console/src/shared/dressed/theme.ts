import type {ThemeConfig} from 'antd';

/** Calm and dense: deep blue for what can be done, amber and red for clocks alone. */
export const look: ThemeConfig = {
  token: {
    sizeStep: 3,
    controlHeight: 30,
    colorPrimary: '#1a4f8b',
    colorInfoBg: '#e6eff8',
    colorSuccessBg: '#e3f3e9',
    colorWarningBg: '#fff1d6',
    colorErrorBg: '#fdecea',
    colorInfo: '#1a4f8b',
    colorSuccess: '#1c6b3c',
    colorWarning: '#7a4a00',
    colorError: '#b3261e',
    colorText: '#1b2430',
    colorTextSecondary: '#4a5564',
    colorTextDescription: '#4a5564',
    colorTextPlaceholder: '#6b7480',
    colorBgLayout: '#f2f4f7',
    colorBorder: '#b9c1cc',
    colorLink: '#1a4f8b',
    colorLinkHover: '#12365e',
    colorLinkActive: '#12365e',
    borderRadius: 4,
    fontSize: 14,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "SimSun-ExtB", system-ui, sans-serif',
    motion: false,
  },
  components: {
    Layout: {headerBg: '#12365e', headerHeight: 48, headerPadding: '0 16px'},
    Tag: {fontSizeSM: 13, defaultColor: '#1b2430'},
    Menu: {darkItemBg: '#12365e', darkItemSelectedBg: '#1f5592', itemHeight: 40},
    Table: {headerBg: '#e9edf2', cellPaddingBlockSM: 6},
    Card: {headerHeightSM: 38},
    Form: {itemMarginBottom: 12},
  },
};
