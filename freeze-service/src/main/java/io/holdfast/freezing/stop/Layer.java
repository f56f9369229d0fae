package io.holdfast.freezing.stop;

/**
 * How far from the victim the account lies.
 *
 * @param number 1: paid by the victim (一级卡); 2 and on: moved on to (二级卡, 三级卡)
 * @param parent the order of the account the money came from; empty in the first layer
 * @param outflow the outflow's number there; 0 in the first layer
 */
public record Layer(int number, String parent, int outflow) {
  /** Paid by the victim himself. */
  public static final Layer FIRST = new Layer(1, "", 0);

  /** The layer after {@code order}, by its outflow. */
  public Layer next(String order, int ofOutflow) {
    return new Layer(number + 1, order, ofOutflow);
  }
}
