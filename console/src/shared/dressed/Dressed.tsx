import {App as AntApp, ConfigProvider} from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type {ComponentType, ReactNode} from 'react';
import {useTranslation} from 'react-i18next';
import {look} from './theme';

/** Everything in our look and the user's language. */
export function Dressed({children}: {children: ReactNode}) {
  const {i18n} = useTranslation();
  return (
    <ConfigProvider locale={i18n.language === 'en' ? enUS : zhCN} theme={look} wave={{disabled: true}} button={{autoInsertSpace: false}}>
      <AntApp notification={{placement: 'bottomLeft'}}>
        {children}
      </AntApp>
    </ConfigProvider>
  );
}

export function dress(Page: ComponentType): ComponentType {
  return () => (
    <Dressed>
      <Page />
    </Dressed>
  );
}
