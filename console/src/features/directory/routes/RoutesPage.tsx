import {DownloadOutlined, ImportOutlined} from '@ant-design/icons';
import {Button, Input} from 'antd';
import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useInstitutions} from '@/shared/directory';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {type Route, useTable} from '../data';
import {InstitutionPick} from '../InstitutionPick';
import {ImportPanel} from './ImportPanel';
import {RouteList} from './RouteList';
import {writeTable} from './table';
import styles from '../directory.module.css';

const NONE: readonly Route[] = [];

function save(text: string, name: string): void {
  // The mark tells spreadsheets that it is UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], {type: 'text/csv'}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The routing table: looked through, taken out, and replaced after a trial. */
export function RoutesPage() {
  const {t} = useTranslation('directory');
  const institutions = useInstitutions();
  const found = useTable();
  const [text, setText] = useState('');
  const [institution, setInstitution] = useState('');
  const [importing, setImporting] = useState(false);
  const routes = found.data?.routes ?? NONE;
  const shown = useMemo(() => {
    const wanted = text.normalize('NFKC').trim().toLowerCase();
    return routes.filter(
      (each) =>
        (institution === '' || each.institution === institution) &&
        (wanted === '' ||
          (each.prefix ?? '').startsWith(wanted) ||
          (each.names ?? []).some((name) => name.includes(wanted.replace(/\s/g, '')))),
    );
  }, [routes, text, institution]);
  return (
    <section className={styles.panel} aria-labelledby="routes">
      <header className={styles.head}>
        <h1 id="routes">
          {t('route.title', {count: routes.length, version: found.data?.version ?? '—'})}
        </h1>
        <Input.Search
          className={styles.search ?? ''}
          aria-label={t('route.search')}
          placeholder={t('route.search')}
          allowClear
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <InstitutionPick
          className={styles.pick ?? ''}
          aria-label={t('route.institution')}
          placeholder={t('officer.allInstitutions')}
          value={institution}
          onChange={setInstitution}
        />
        <Button
          icon={<DownloadOutlined />}
          disabled={routes.length === 0}
          onClick={() => save(writeTable(routes, institutions, ','), `routes-${found.data?.version}.csv`)}
        >
          {t('route.save')}
        </Button>
        <Button
          type="primary"
          icon={<ImportOutlined />}
          aria-expanded={importing}
          disabled={importing}
          onClick={() => setImporting(true)}
        >
          {t('route.import')}
        </Button>
      </header>
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
      {importing && found.data && <ImportPanel table={found.data} onClose={() => setImporting(false)} />}
      <RouteList routes={shown} loading={found.isPending} empty={t('route.none')} />
    </section>
  );
}
