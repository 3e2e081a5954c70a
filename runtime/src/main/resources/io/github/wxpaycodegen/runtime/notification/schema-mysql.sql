-- Notifications that servers are handling or have handled: the table of JdbcDeduplication.
-- expires_at is in milliseconds since 1970. A row with handled = 0 is a claim; with handled = 1, it can be deleted then.
-- Ids that differ only in case are different notifications, so the collation must be binary.
CREATE TABLE IF NOT EXISTS wxpay_notification (
    id         VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    claimed_by VARCHAR(36)  NOT NULL,
    handled    SMALLINT     NOT NULL,
    expires_at BIGINT       NOT NULL,
    INDEX wxpay_notification_expires (expires_at)
) ENGINE = InnoDB;
