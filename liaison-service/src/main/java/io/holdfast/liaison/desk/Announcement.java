package io.holdfast.liaison.desk;

/**
 * One change of a task, told once on its mailbox's stream.
 *
 * @param repeated whether an earlier attempt may have told it already
 */
public record Announcement(String taskId, Task task, TaskView view, boolean repeated) {}
