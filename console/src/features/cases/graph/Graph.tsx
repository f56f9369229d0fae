import {graphlib, layout} from '@dagrejs/dagre';
import {
  Background,
  Controls,
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import {type ReactNode, useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import styles from './graph.module.css';
import {WAYS, type Way} from './look';

export interface Place {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly spoken: string;
  readonly body: ReactNode;
}

type PlaceNode = Node<{body: ReactNode}, 'place'>;

/** Places and ways from left to right, laid out anew when one is added. Nodes are plain elements: they are read aloud and found. */
export default function Graph({places, ways, label}: {places: readonly Place[]; ways: readonly Way[]; label: string}) {
  const {t} = useTranslation('cases');
  const nodes = useMemo(() => arranged(places, ways), [places, ways]);
  const edges = useMemo<Edge[]>(
    () =>
      ways.map((way) => {
        const {colour: color, dashes} = WAYS[way.tone ?? 'plain'];
        return {
          id: way.id,
          source: way.from,
          target: way.to,
          label: way.label,
          type: 'smoothstep',
          markerEnd: {type: MarkerType.ArrowClosed, color},
          style: {stroke: color, strokeWidth: 1.5, ...(dashes ? {strokeDasharray: dashes} : {})},
          labelStyle: {fill: '#1b2430', fontSize: 12},
          labelBgStyle: {fill: '#f7f9fb'},
        };
      }),
    [ways],
  );
  return (
    <div className={styles.frame} role="group" aria-label={label}>
      <ReactFlow
        key={`${places.length} ${ways.length}`}
        nodes={nodes}
        edges={edges}
        nodeTypes={TYPES}
        fitView
        fitViewOptions={{maxZoom: 1.1, padding: 0.08}}
        minZoom={0.2}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        preventScrolling={false}
        ariaLabelConfig={{
          'controls.zoomIn.ariaLabel': t('graph.zoomIn'),
          'controls.zoomOut.ariaLabel': t('graph.zoomOut'),
          'controls.fitView.ariaLabel': t('graph.fit'),
        }}
      >
        <Background gap={24} color="#e3e7ec" />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}

function Box({data}: NodeProps<PlaceNode>) {
  return (
    <>
      <Handle type="target" position={Position.Left} className={styles.handle ?? ''} />
      {data.body}
      <Handle type="source" position={Position.Right} className={styles.handle ?? ''} />
    </>
  );
}

const TYPES = {place: Box};

function arranged(places: readonly Place[], ways: readonly Way[]): PlaceNode[] {
  const graph = new graphlib.Graph();
  graph.setGraph({rankdir: 'LR', nodesep: 24, ranksep: 120});
  graph.setDefaultEdgeLabel(() => ({}));
  for (const {id, width, height} of places) graph.setNode(id, {width, height});
  for (const {from, to} of ways) graph.setEdge(from, to);
  layout(graph);
  return places.map(({id, width, height, body, spoken}) => {
    const at = graph.node(id) as {x: number; y: number};
    return {
      id,
      type: 'place',
      position: {x: at.x - width / 2, y: at.y - height / 2},
      data: {body},
      style: {width, height},
      ariaLabel: spoken,
    };
  });
}
