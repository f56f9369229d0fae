import {DownloadOutlined} from '@ant-design/icons';
import {Button} from 'antd';
import {useTranslation} from 'react-i18next';
import {CopyKey} from '@/shared/form/CopyKey';
import type {Material} from './lessons/lesson';
import styles from './training.module.css';
import {picture} from './world/picture';

const KEPT_MS = 10_000;

/** What the trainee has in his hand: a text he can copy, or a paper he can save and hand in. */
export function MaterialBox({material}: {material: Material}) {
  const {t} = useTranslation('training');
  return (
    <div className={styles.material}>
      <strong>{material.label}</strong>{' '}
      {'text' in material ? (
        <>
          <CopyKey text={material.text} what={material.label} />
          <pre data-testid="material">{material.text}</pre>
        </>
      ) : (
        <Button
          size="small"
          icon={<DownloadOutlined />}
          aria-label={t('material.saveThis', {what: material.label})}
          onClick={() => void save(material.file)}
        >
          {t('material.save')}
        </Button>
      )}
    </div>
  );
}

/** Drawn here and saved here; it comes from no server. */
async function save({name, lines}: {name: string; lines: readonly string[]}): Promise<void> {
  const url = URL.createObjectURL(await picture(lines));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
