package io.holdfast.freezing.phone.directory;

import io.holdfast.freezing.phone.Unit;
import io.holdfast.freezing.phone.Units;
import io.holdfast.proto.liaison.v1.Directory;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Units by the last good directory; nothing waits for a newer one. */
public final class DirectoryUnits implements Units {
  private static final int DEPTH_MAX = 20;

  private final Supplier<Optional<Directory>> source;
  private final AtomicReference<Index> current = new AtomicReference<>(new Index(-1, Map.of()));

  private record Index(long version, Map<String, Institution> byId) {}

  /**
   * @param source the last good copy; empty before the first
   */
  public DirectoryUnits(Supplier<Optional<Directory>> source) {
    this.source = source;
  }

  @Override
  public Optional<Unit> police(String id) {
    return Optional.ofNullable(byId().get(id))
        .filter(found -> !found.getDisabled() && found.getKind() == InstitutionKind.POLICE)
        .map(
            found ->
                new Unit(
                    id,
                    found.getName(),
                    found.getRegion(),
                    line(id).stream().skip(1).toList(),
                    found.getPhone()));
  }

  @Override
  public String name(String id) {
    Institution found = byId().get(id);
    return found == null ? id : found.getName();
  }

  @Override
  public List<String> line(String id) {
    Map<String, Institution> byId = byId();
    var line = new ArrayList<String>();
    line.add(id);
    Institution at = byId.get(id);
    while (at != null && !at.getParent().isEmpty() && line.size() <= DEPTH_MAX) {
      line.add(at.getParent());
      at = byId.get(at.getParent());
    }
    return List.copyOf(line);
  }

  private Map<String, Institution> byId() {
    Directory last = source.get().orElse(Directory.getDefaultInstance());
    Index known = current.get();
    if (last.getVersion() == known.version()) {
      return known.byId();
    }
    var byId = new HashMap<String, Institution>();
    last.getInstitutionsList().forEach(each -> byId.put(each.getId(), each));
    var next = new Index(last.getVersion(), Map.copyOf(byId));
    current.set(next);
    return next.byId();
  }
}
