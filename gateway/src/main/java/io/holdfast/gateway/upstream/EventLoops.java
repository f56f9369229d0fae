package io.holdfast.gateway.upstream;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.netty.resources.LoopResources;

/**
 * The threads of the gateway. The HTTP server and the gRPC channels share them, and each has a
 * channel of its own to each service: a request stays on one thread from socket to socket.
 */
public final class EventLoops {
  private final LoopResources resources;
  private final List<EventLoop> loops = new ArrayList<>();
  private final Class<? extends Channel> socketType;
  private final AtomicInteger next = new AtomicInteger();

  /** As many threads as asked for. */
  public EventLoops(int threads) {
    this.resources = LoopResources.create("gateway", 1, threads, true, false);
    EventLoopGroup group = resources.onServer(true);
    for (EventExecutor each : group) {
      loops.add((EventLoop) each);
    }
    this.socketType = resources.onChannelClass(SocketChannel.class, group);
  }

  /** For the HTTP server and client. */
  public LoopResources resources() {
    return resources;
  }

  /** The threads, in a fixed order. */
  public List<EventLoop> loops() {
    return loops;
  }

  /** The kind of socket that runs on them. */
  public Class<? extends Channel> socketType() {
    return socketType;
  }

  /** Index of the current thread; of any of them when called from elsewhere. */
  public int here() {
    for (int i = 0; i < loops.size(); i++) {
      if (loops.get(i).inEventLoop()) {
        return i;
      }
    }
    return Math.floorMod(next.getAndIncrement(), loops.size());
  }
}
