package devnet

import (
	"context"
	"fmt"
	"time"
)

// registerKey waits for the key ceremony and, as the contracts' owner, publishes the group's key on L1.
func (n *network) registerKey(ctx context.Context) error {
	for n.voice(0).Status().Group == nil {
		if !sleep(ctx, 20*time.Millisecond) {
			return nil
		}
	}
	group := n.voice(0).Status().Group
	n.log.Info("key ceremony over", "group", group.Public, "after", time.Since(n.cfg.Started))
	d, err := n.client.Directory(ctx)
	if err != nil {
		return err
	}
	if key, there := d.Group(); there {
		if key != group.Public {
			return fmt.Errorf("the committee's key is %s, on L1 stands %s", group.Public, key)
		}
		return nil
	}
	n.l1.Eager(true)
	defer n.l1.Eager(false)
	_, err = n.owner.SetFirstKey(ctx, group)
	return err
}
