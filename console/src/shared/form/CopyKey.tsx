import {CheckOutlined, CopyOutlined} from '@ant-design/icons';
import {Button} from 'antd';
import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';

const SHOWN_MS = 1_500;

/** Copies a text; with `shortcut` also on Alt and that key. */
export function CopyKey({text, what, shortcut}: {text: string; what: string; shortcut?: string}) {
  const {t} = useTranslation('shared');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== `Digit${shortcut}`) return;
      event.preventDefault();
      void copy(text).then(setCopied);
    };
    if (shortcut === undefined) return undefined;
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [shortcut, text]);
  const shown = copied ? t('copy.copied') : shortcut ? `Alt+${shortcut}` : null;
  return (
    <Button
      size="small"
      aria-label={[t('copy.copy', {what}), shown].filter(Boolean).join(' ')}
      icon={copied ? <CheckOutlined /> : <CopyOutlined />}
      onClick={() => void copy(text).then(setCopied)}
    >
      {shown}
    </Button>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
