import {Empty, Table} from 'antd';
import {useTranslation} from 'react-i18next';
import {nameOf, useInstitutions} from '@/shared/directory';
import type {Route} from '../data';

interface Props {
  routes: readonly Route[];
  loading?: boolean;
  empty: string;
}

/** Lines of a routing table. */
export function RouteList({routes, loading = false, empty}: Props) {
  const {t} = useTranslation('directory');
  const institutions = useInstitutions();
  return (
    <Table<Route>
      rowKey={(each) => JSON.stringify([each.prefix, each.length, each.kind, each.names, each.telephone])}
      size="small"
      dataSource={[...routes]}
      loading={loading}
      pagination={{pageSize: 50, hideOnSinglePage: true, showSizeChanger: false}}
      scroll={{x: 700}}
      locale={{emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />}}
      columns={[
        {title: t('route.prefix'), key: 'prefix', width: 140, render: (_, each) => each.prefix || '—'},
        {title: t('route.length'), key: 'length', width: 80, render: (_, each) => each.length || t('route.any')},
        {
          title: t('route.kind'),
          key: 'kind',
          width: 110,
          render: (_, each) => t(each.telephone ? 'route.telephone' : `accountKind.${each.kind}`),
        },
        {title: t('route.names'), key: 'names', render: (_, each) => (each.names ?? []).join(t('and')) || '—'},
        {
          title: t('route.institution'),
          key: 'institution',
          render: (_, each) => nameOf(institutions, each.institution),
        },
      ]}
    />
  );
}
