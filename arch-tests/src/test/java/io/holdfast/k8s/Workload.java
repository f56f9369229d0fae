package io.holdfast.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What runs pods.
 *
 * @param kind Deployment, StatefulSet or Job
 * @param replicas pods asked for; 1 where the object leaves it open
 * @param selector labels the object finds its pods by; empty for a Job
 */
record Workload(
    String kind, String name, int replicas, Map<String, String> selector, PodTemplateSpec pod) {

  Map<String, String> labels() {
    return pod.getMetadata().getLabels();
  }

  /** Runs until it is told to stop, so it has probes, a budget, a service. */
  boolean serves() {
    return !kind.equals("Job");
  }

  /** Started after the init containers, named like the workload. */
  Container main() {
    return pod.getSpec().getContainers().getFirst();
  }

  List<Container> containers() {
    List<Container> all = new ArrayList<>(pod.getSpec().getInitContainers());
    all.addAll(pod.getSpec().getContainers());
    return all;
  }
}
